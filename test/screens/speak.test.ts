import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseProse } from '../../src/app/markdown.js';
import { openLab, recordEntry } from '../../src/board/lab.js';
import { shareCommand } from '../../src/board/share-command.js';
import { TERMS } from '../../src/chapter/terms.js';
import { type LessonReading, lessonStart, UNREAD } from '../../src/course/index.js';
import { allCards, cardsOf, createQuestion, type Question, recordAnswer, startRun } from '../../src/drill/index.js';
import { editsBetween } from '../../src/engine/inputs/index.js';
import { catalogueEntry } from '../../src/present/board/catalogue.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { stateModels } from '../../src/present/board/states.js';
import { verdictSentences } from '../../src/present/board/verdict-line.js';
import { contextSentences } from '../../src/present/format/input-text.js';
import { contentsLines, progressLine } from '../../src/screens/contents/lines.js';
import { speakContents } from '../../src/screens/contents/speak.js';
import type { DrillInput } from '../../src/screens/drill/page/input.js';
import { drillPage } from '../../src/screens/drill/page/page.js';
import { speakDrill } from '../../src/screens/drill/speak.js';
import { speakLab } from '../../src/screens/lab/speak.js';
import { pageSentences, speakLesson } from '../../src/screens/lesson/speak.js';
import { progressLines } from '../../src/screens/overlays/progress-lines.js';
import {
	speakArtifact,
	speakGlossary,
	speakHelp,
	speakHistory,
	speakProgress,
	speakScenarios,
	speakShare,
	speakStates,
	speakStory,
} from '../../src/screens/overlays/speak.js';
import type { DrillTools } from '../../src/screens/screen.js';
import {
	inputPicks,
	listLines,
	metricPicks,
	pickLines,
	sheetPage,
	stepsLine,
} from '../../src/screens/worksheet/page/index.js';
import { speakPicks, speakSheet, speakSheetList } from '../../src/screens/worksheet/speak.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEditor } from '../../src/text/editor.js';
import { type Line, textOf } from '../../src/text/line.js';
import { layoutProse } from '../../src/text/prose-layout.js';
import { STEPS, withAssumption, withNumber, withTrigger } from '../../src/worksheet/index.js';
import { byEffort, sampleGrid } from '../support/effort.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';
import { unspeakable, unspokenFigures } from '../support/spoken.js';
import { withEdits } from '../support/with-edits.js';
import { newSheet, unwrap } from '../worksheet/sheets.js';

const NOW = Date.UTC(2026, 6, 1, 9);
const WIDE = 200;

/** Expects that every drawn figure is spoken, and in words only. */
function expectSpoken(lines: readonly (Line | string)[], spoken: readonly string[], name = ''): void {
	const texts = lines.map((line) => (typeof line === 'string' ? line : textOf(line)));
	expect(unspokenFigures(texts, spoken), name).toEqual([]);
	expect(unspeakable(spoken), name).toEqual([]);
}

const week31 = shippedScenario('week-31');

describe('the spoken lab', () => {
	const now = withEdits(week31.scenario, 'segments.faq.routedSmall=50%');
	const input = computeLab(now, week31.scenario, null);
	const spoken = speakLab(input, {
		pane: 'cost',
		focus: 'segments.faq.routedSmall',
		status: 'FAQ answer · routed small 50.0%',
	});

	it('has the verdict before the pane, and the status last', () => {
		expect(spoken[0]).toBe('Lab, Week 31: the bill fell and the tickets came back.');
		expect(spoken[1]).toMatch(/^Roll back: resolution 95\.7%, limit 96\.1%/);
		expect(spoken.indexOf('Pane Cost, 2 of 7.')).toBe(3);
		expect(spoken.at(-1)).toBe('FAQ answer, routed small 50.0%.');
	});

	it('has the verdict only once on the Board, which shows it too', () => {
		const board = speakLab(input, { pane: 'board', focus: null, status: '' });
		const [verdict = ''] = verdictSentences(input.outcome, input.scenario).map(textOf);
		expect(verdict).toContain('ROLL BACK');
		expect(board.filter((sentence) => sentence.startsWith('Roll back: '))).toHaveLength(1);
	});

	it('has at a glance the levers, the guardrails, the net and what the last change did', () => {
		const board = speakLab(input, { pane: 'board', focus: 'segments.faq.routedSmall', status: '' });
		expect(board[1]).toBe('Roll back: resolution 95.7%, limit 96.1% (spend minus 48.1%).');
		expect(board).toContain('You can change routed small, repair and override.');
		expect(board).toContain(
			'FAQ answer: risk low; share 86.5%; routed small 50.0%, down 34.0 points from before, in focus; effective 50.0%, down 34.0 points; repair 0.0%; override off.',
		);
		expect(board.find((sentence) => sentence.startsWith('All counted, '))).toMatch(
			/\(plus 43\.0% plus or minus 12\.8\)/,
		);
		expect(board.find((sentence) => sentence.startsWith('FAQ answer, routed small 84% to 50%'))).toMatch(
			/resolution plus 1\.6 points/,
		);
	});

	it('has a row as its heading, labelled cells and the changes of the last edit, and names what can be edited', () => {
		const board = speakLab(input, { pane: 'board', isDetailed: true, focus: 'segments.faq.routedSmall', status: '' });
		expect(board).toContain('You can change routed small, repair and override.');
		expect(board).toContain(
			'FAQ answer: risk low; share 86.5%; routed small 50.0%, down 34.0 points from before, in focus; repair 0.0%; right 98.4%, up 2.4 points, better; escalated 1.2%, down 1.8 points, better; silent failures 0.4%, down 0.6 points, better; override off.',
		);
		expect(board).toContain('Last input: FAQ answer.');
		expect(board).toContain(
			'Resolution: now 95.7%, up 1.6 points from before, better; against the baseline minus 1.4 points; noise plus or minus 0.3 points; limit at least 96.1%; guardrail breached; owner product.',
		);
	});

	it('says “not measured”, and not 0, for an unknown metric', () => {
		const { scenario } = shippedScenario('cost-table');
		const board = speakLab(computeLab(scenario, null, null), { pane: 'board', focus: null, status: '' });
		expect(board.find((sentence) => sentence.startsWith('Resolution: '))).toMatch(/^Resolution: now not measured/);
	});

	it('has the pressure diagram in order, from the state before to the created pressures', () => {
		const pressure = speakLab(input, { pane: 'pressure', focus: null, status: '' }).join('\n');
		const order = [
			'Before, all strong',
			'Visible pain',
			'Hidden cause',
			'The change',
			'Relieved',
			'Created',
			'Net: ',
			'Not modelled',
		];
		const places = order.map((words) => pressure.indexOf(words));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places).not.toContain(-1);
		expect(pressure).toContain('Silent failures: up from 0.6% to 0.8%, plus $35.68, owner trust and safety.');
	});
});

describe('a spoken lesson', () => {
	const lesson = shippedLesson('the-bill-fell');
	const document = shippedScenario(lesson.scenario);
	const lab = computeLab(lessonStart(lesson, document.scenario), null, null);
	const page = speakLesson(
		{
			lesson,
			document,
			lab,
			reading: UNREAD,
			focus: '3|segments.faq.routedSmall',
			typing: null,
			place: '1 of 43',
			bar: [{ text: 'challenge 2 of 2: 3 to go · ' }, { text: '○ ' }, { text: 'resolution ?, needs ≥ 96.1%' }],
			isVisible: (block) => block < 3,
		},
		'Tab goes to the next number or question',
	);
	const spoken = pageSentences(page);

	it('has the title, the progress of the challenge, the page in order, and the status', () => {
		expect(spoken[0]).toBe(`Lesson 1 of 43: ${lesson.title}.`);
		expect(spoken[1]).toBe(
			'Challenge 2 of 2: 3 conditions to go, next: resolution is hidden until you guess, needs at least 96.1%.',
		);
		const question = spoken.findIndex((sentence) => sentence.startsWith('Guess: '));
		const challenge = spoken.findIndex((sentence) => sentence.startsWith('Challenge: Bring'));
		expect(question).toBeGreaterThan(2);
		expect(challenge).toBeGreaterThan(question);
		expect(spoken.at(-1)).toBe('Tab goes to the next number or question.');
	});

	it('has a part for each block, and says which of them are in the window', () => {
		expect(page.parts.map(({ isVisible }) => isVisible)).toEqual(page.parts.map((_, at) => at < 3));
		expect(page.parts.length).toBe(lesson.blocks.length);
		expect(page.parts.flatMap(({ sentences }) => sentences)).toEqual(spoken.slice(2, -1));
	});
});

describe('the spoken contents', () => {
	const readings: Readonly<Record<string, LessonReading>> = {
		'the-bill-fell': { ...UNREAD, ended: true, solved: { 'bring-it-back': 'solved' } },
	};

	it.each(['', 'latency', 'F2', 'nothing like this'])('have every figure of the list for the filter “%s”', (filter) => {
		const input = { lessons, documents, readings, filter, at: 1 };
		const spoken = speakContents({ ...input, finding: false }, '');
		const { lines } = contentsLines({ ...input, room: 400 });
		expectSpoken([...lines, ...(filter === '' ? [progressLine(lessons, readings, 400)] : [])], spoken);
	});

	it('say which entry is chosen, what was read, and how many were found', () => {
		const input = { lessons, documents, readings, at: 2, finding: false };
		const spoken = speakContents({ ...input, filter: '' }, '');
		const { title, minutes } = shippedLesson('the-slice');
		expect(spoken).toContain(`Lesson 2, ${title}, chosen: ${minutes} minutes, not read yet.`);
		expect(spoken).toContain('Before you start: 4 minutes, not read yet.');
		expect(speakContents({ ...input, filter: 'nothing like this' }, '')[1]).toBe(
			'Find “nothing like this”: nothing found.',
		);
	});
});

describe('a spoken drill', () => {
	let tools: DrillTools;
	beforeAll(async () => {
		tools = await loadDrillTools();
	});
	const input = (question: Question | null, changes: Partial<DrillInput> = {}): DrillInput => ({
		kit: tools.kit,
		reviews: [],
		now: NOW,
		question,
		step: 'answering',
		editor: createEditor(),
		ticks: [],
		boxes: question?.kind === 'diagram' ? question.diagram.boxes.map(() => '') : [],
		labelled: false,
		chosen: 0,
		judgement: null,
		mended: false,
		questionsLeft: 3,
		run: null,
		debriefed: false,
		at: 0,
		hasLateFeedback: false,
		lessonTitle: (id) => id,
		...changes,
	});
	const expectAllSpoken = (given: DrillInput, name: string): readonly string[] => {
		const page = drillPage(given, WIDE, null);
		const spoken = speakDrill(given, null, '');
		expectSpoken([page.title, page.aside, ...page.lines, ...page.foot], spoken, name);
		return spoken;
	};

	it('has every figure of every question, open and judged', () => {
		for (const [i, card] of sampleGrid(allCards(tools.kit), 0, 3).entries()) {
			const question = createQuestion(tools.kit, card, i, 2);
			const isCard = question?.kind === 'card';
			expectAllSpoken(input(question), card);
			expectAllSpoken(
				input(question, {
					step: isCard ? 'ticking' : 'judged',
					editor: createEditor(isCard ? 'Resolution fell by 3 points.' : '0.5'),
					ticks: [true],
					judgement: isCard ? null : { score: i % 2, said: '0.5' },
				}),
				card,
			);
		}
	});

	it('has the table of a number row by row, the typed answer, and how far off it was', () => {
		const question = createQuestion(tools.kit, 'numbers/false-easy-count', 0, 1);
		if (question?.kind !== 'number') throw new Error('no number');
		const { columns, rows } = question.question.given;
		const asked = expectAllSpoken(input(question, { editor: createEditor('12') }), 'asked');
		expect(asked).toContain(
			`${rows[0]?.[0]}: ${columns[1]} ${rows[0]?.[1]}.`.replace(/^./, (first) => first.toUpperCase()),
		);
		expect(asked.at(-2)).toBe('Your answer: 12.');
		const judged = expectAllSpoken(
			input(question, { step: 'judged', editor: createEditor('1'), judgement: { score: 0, said: '1' } }),
			'judged',
		).join('\n');
		expect(judged).toMatch(/You said 1: \d+% too low\.\nIt is \d/);
	});

	it('has the shapes of a case with the chosen one marked, and the boxes of a diagram with their clues', () => {
		const found = expectAllSpoken(input(createQuestion(tools.kit, 'diagnose/F2', 0, 1), { chosen: 1 }), 'case');
		expect(found.some((sentence) => /^2, self-approval, chosen\.$/.test(sentence))).toBe(true);
		const diagram = expectAllSpoken(
			input(createQuestion(tools.kit, 'diagrams/trace', 0, 1), { editor: createEditor('us'), labelled: true }),
			'diagram',
		);
		expect(diagram).toContain('Box 1 of 8, chosen: it starts with somebody who asks; us.');
		expect(diagram.at(-2)).toMatch(/^Labels: type the number of one, then Enter: 1 /);
	});

	it('has the menu with the counts of each kind, and the debrief of a run', () => {
		expect(expectAllSpoken(input(null, { at: 1 }), 'menu')).toContain(
			'Recall, chosen: 9 questions, 0 due, 9 new, write, then tick.',
		);
		const pool = {
			interview: cardsOf(tools.kit, 'interview'),
			numbers: cardsOf(tools.kit, 'numbers'),
			diagnose: cardsOf(tools.kit, 'diagnose'),
		};
		const asked = startRun({ minutes: 10, seed: 1, pool, feedback: 'after-each' }, NOW);
		const [first] = asked.questions;
		if (!first) throw new Error('no question');
		const missed = [{ text: 'Resolution fell by three points.', lesson: 'pressure-transfer' }];
		const run = recordAnswer(asked, { ...first, seconds: 73, score: 0.5, missed }, NOW + 73_000);
		const debrief = expectAllSpoken(input(null, { run, debriefed: true }), 'debrief');
		expect(debrief).toContain('Pressure-transfer, chosen.');
		expect(debrief).toContain('Resolution fell by three points.');
	});
});

describe('a spoken worksheet', () => {
	const sheet = unwrap(
		withTrigger(unwrap(withAssumption(newSheet(), 'segments.howto.repairRate', '20%')), {
			metric: 'silent',
			segment: null,
		}),
	);
	const changed = unwrap(withNumber(sheet, 'segments.howto.smallRight', 0.7));

	it.each(STEPS.map(({ id }) => id))('has every figure of the step %s, with and without a change', (step) => {
		for (const [now, before] of [
			[sheet, null],
			[changed, sheet],
		] as const) {
			const results = [{ card: 'recall/R3', grade: 2 as const }];
			const input = { sheet: now, before, step, focus: null, typing: null, editor: null, results };
			const spoken = speakSheet(input, '9:05 left · saved', '');
			expectSpoken([...sheetPage(input, WIDE).lines, '9:05'], spoken, step);
			expect(spoken).toContain(
				`Step ${STEPS.findIndex(({ id }) => id === step) + 1} of 8: ${STEPS.find(({ id }) => id === step)?.title}.`,
			);
			expect(textOf(stepsLine(step, WIDE))).toContain('8 ');
		}
	});

	it('has a field as its label and text, and marks the focused one as chosen', () => {
		const input = {
			sheet,
			before: null,
			step: 'feature' as const,
			focus: 'change',
			typing: null,
			editor: null,
			results: [],
		};
		expect(speakSheet(input, '', '').some((sentence) => /, chosen: ./.test(sentence))).toBe(true);
	});

	it('has the list of worksheets, and the picks of a picker', () => {
		const entries = [
			{ name: 'mine', path: '/mine.yaml', changed: NOW - 300_000, sheet, problem: null },
			{ name: 'torn', path: '/torn.yaml', changed: NOW - 86_400_000, sheet: null, problem: 'line 3: no title' },
		];
		const spoken = speakSheetList(entries, 0, NOW, '');
		expectSpoken(listLines(entries, 0, NOW, WIDE).lines, spoken);
		expect(spoken).toContain('Mine, chosen: 5 minutes ago.');
		for (const picks of [metricPicks(''), inputPicks(sheet.scenario, '')])
			expectSpoken(pickLines(picks, 2, 500, WIDE), speakPicks('a metric to limit', '', picks, 2, ''));
	});
});

describe('the spoken overlays', () => {
	const start = openLab(week31.scenario);
	const now = withEdits(week31.scenario, 'segments.faq.routedSmall=50%');
	const lab = recordEntry(start, {
		scenario: now,
		edits: editsBetween(week31.scenario, now),
		description: 'FAQ answer · routed small 84.0% → 50.0%',
	});

	it.each(documents.map((document) => [document.scenario.id, document] as const))(
		'have the story and the artifact of %s',
		(_, document) => {
			const context = contextSentences(document).map((sentence) => `- ${sentence}`);
			const story = parseProse([document.story, ...context, `*Figures: ${document.source}*`].join('\n\n'));
			expectSpoken(layoutProse(story, 500), speakStory(document.scenario.title, story, ''));
			const { artifact } = document;
			const cells = artifact ? [artifact.title, ...artifact.columns, ...artifact.rows.flat().map(String)] : [];
			expectSpoken(cells, speakArtifact(document, ''));
		},
	);

	it('have every scenario with what it teaches, the chosen one marked', () => {
		const spoken = speakScenarios(documents, { offset: 2, filter: '', finding: false }, '');
		const entries = documents.map(catalogueEntry);
		expectSpoken(
			entries.flatMap(({ title, kind, about, summary }) => [title, kind, about, summary]),
			spoken,
		);
		expect(spoken.filter((sentence) => sentence.includes(', chosen: '))).toHaveLength(1);
		expect(speakScenarios(documents, { offset: 0, filter: 'nothing like this', finding: true }, '').at(-2)).toMatch(
			/^No scenario matches/,
		);
	});

	it('have every state with its verdict, and the claims of the chosen one', () => {
		for (const document of documents.slice(0, byEffort(documents.length, 4)))
			for (const [at, { claims }] of stateModels(document).entries()) {
				const spoken = speakStates(document, openLab(document.scenario), at, '');
				expectSpoken(
					claims.map(({ says }) => says),
					spoken,
				);
				expect(spoken.length).toBe(1 + stateModels(document).length + claims.length + 1);
				expect(spoken.at(-1)).toBe('');
			}
		expect(speakStates(week31, start, 0, '')[1]).toBe('Unedited, chosen, the present one: roll back.');
	});

	it('have every entry of the history, the current one marked', () => {
		const spoken = speakHistory(lab, 0, 'Put every number back? y or n');
		expect(spoken).toContain('0, chosen: opened.');
		expect(spoken.at(-1)).toBe('Put every number back? y or n.');
		expect(spoken).toContain('1, the present one: FAQ answer, routed small 84.0% to 50.0%.');
		expect(speakHistory(start, 0, '').at(-2)).toBe('Nothing was changed yet.');
	});

	it('have the command line of a state as it is typed', () => {
		expect(speakShare(lab, 'week-31', '')).toContain(shareCommand(lab, 'week-31'));
	});

	it('have every term that the filter finds', () => {
		expectSpoken(
			TERMS.flatMap(({ name, definition }) => [name, definition]),
			speakGlossary([{ heading: null, terms: TERMS }], { filter: '', finding: false }, ''),
		);
		expect(speakGlossary([], { filter: 'x', finding: false }, '').slice(1)).toEqual([
			'Find “x”: 0 terms.',
			'No term matches. Backspace erases a letter.',
			'',
		]);
	});

	it('have the progress in figures in place of bars', () => {
		const input = { lessons, readings: {}, misses: [0.1, 0.4, 0.2], practice: null, reviews: [], now: NOW };
		const spoken = speakProgress(input, '');
		expectSpoken(progressLines(input, WIDE), spoken);
		expect(spoken.join('\n')).toMatch(/: 0 of \d+\./);
	});

	it('name the keys of the help that are symbols', () => {
		const spoken = speakHelp(
			{
				place: 'In the lab',
				groups: [
					{
						heading: 'Change the numbers',
						lines: ['← → or h l: change the focused number by one step', 'u: undo', 'U: redo'],
					},
					{
						heading: 'Find your way',
						lines: [
							'], [ in a worksheet: the next step',
							'/: find a text',
							':, :12: any command or place by name; row 12',
						],
					},
				],
			},
			'',
		);
		expect(spoken).toEqual([
			'Help, in the lab.',
			'Change the numbers.',
			'left arrow right arrow or h l: change the focused number by one step.',
			'u: undo.',
			'capital U: redo.',
			'Find your way.',
			'right bracket, left bracket in a worksheet: the next step.',
			'slash: find a text.',
			'colon, colon 12: any command or place by name; row 12.',
			'',
		]);
	});
});
