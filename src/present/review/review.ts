import { computeOutcome } from '../../engine/index.js';
import { applyTexts, editsBetween, spellEdit } from '../../engine/inputs/index.js';
import { METRIC_NAMES } from '../../engine/scenario.js';
import type { Cell, Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { EMPTY, figureCell, textCell } from '../format/cells.js';
import { percent } from '../format/format.js';
import { pressureFacts } from '../pressure/facts.js';
import { pressureTable } from '../pressure/table.js';
import { assumptionsSection } from './assumptions.js';
import { changeSection, commandLine } from './change.js';
import { confusionSection } from './confusion.js';
import { costSection } from './cost.js';
import { curveSection } from './curve.js';
import { guardrailsSection, triggerSection } from './guardrails.js';
import { reviewHead } from './head.js';
import type { ReviewFacts, ReviewModel, ReviewPart, ReviewSection } from './model.js';
import { fact, figures, onPaper, said, tablePart, words } from './parts.js';
import { questionsSection } from './questions.js';
import { withWorkedMix } from './worked-mix.js';

/** The artifact for a design review, in its order; what is not known says so. */
export function reviewModel(facts: ReviewFacts): ReviewModel {
	return {
		...reviewHead(facts),
		sections: [
			changeSection(facts),
			slicesSection(facts),
			costSection(facts),
			confusionSection(facts),
			pressureSection(facts),
			guardrailsSection(facts),
			triggerSection(facts),
			curveSection(facts),
			assumptionsSection(facts),
			questionsSection(facts),
			reproduceSection(facts),
		],
	};
}

function reproduceSection(facts: ReviewFacts): ReviewSection {
	const others = templateCommand(facts);
	return {
		id: 'reproduce',
		title: 'Reproduce these numbers',
		parts: [
			{ kind: 'command', command: commandLine(facts) },
			words('With --format json behind it, every figure is printed unrounded.'),
			...(facts.worksheet === null
				? []
				: [words('That reads the worksheet, a file that goes with this page; guardrails and words stand in it.')]),
			...(others === null
				? []
				: [words('The same metrics without it:'), { kind: 'command', command: others } as const]),
		],
	};
}

const LABELS = {
	segment: 'slice',
	risk: 'risk',
	share: 'share',
	routedSmall: 'routed small',
	repairRate: 'repair',
	smallSuccess: 'small right',
	escalated: 'escalated',
	silent: 'silent',
	override: 'override',
};

/** Every slice with its mix, and what becomes of the requests that it routes small. */
const slicesSection = ({ lab }: ReviewFacts): ReviewSection => ({
	id: 'slices',
	title: 'Slices',
	parts: [tablePart(sliceTable(lab))],
});

function sliceTable(lab: LabInput): TableModel {
	const title = 'Slices: right, escalated and silent are of what is routed small';
	const model = withWorkedMix(onPaper(boardSegments(lab), title, LABELS), lab);
	const { segments } = lab.scenario;
	return {
		...model,
		columns: [...model.columns, figures('labels', 'labels')],
		rows: model.rows.map((one) => ({
			...one,
			cells: [...one.cells, labelsCell(segments.find(({ id }) => id === one.id)?.labels)],
		})),
		notes: [
			...model.notes,
			...segments.flatMap((segment, i) => notFollowed(segment, lab.outcome.segments[i]?.routedSmall)),
		],
	};
}

/** How many labelled outcomes are behind a slice; undefined: it is no slice. */
function labelsCell(labels: number | null | undefined): Cell {
	if (labels === undefined) return EMPTY;
	return labels ? figureCell(labels, { unit: 'number' }) : { ...textCell('none', 'unsure'), raw: labels };
}

function notFollowed({ name, routedSmall }: LabInput['scenario']['segments'][number], now = routedSmall): string[] {
	if (percent(now) === percent(routedSmall)) return [];
	return [`${name}: a mix of ${percent(routedSmall)} is set; an override or the dial makes it ${percent(now)}`];
}

const PRESSURE_LABELS = {
	pressure: 'pressure',
	side: 'is',
	from: 'from',
	to: 'to',
	change: 'difference',
	usd: 'USD per 1,000 requests',
	owner: 'owner',
};

/** What the change relieved, what it created and whose that is now: as the model has it, and as the reader says it. */
function pressureSection({ lab, worksheet }: ReviewFacts): ReviewSection {
	const facts = pressureFacts(lab);
	const table = pressureTable(lab);
	const moved = table.rows.length > 0;
	const unknown = [...facts.unmeasured, ...facts.unpriced].map(({ label }) => label);
	return {
		id: 'pressure',
		title: 'Pressure transfer',
		parts: [
			moved
				? tablePart(onPaper(table, `Pressures that moved, against ${lab.baselineName}`, PRESSURE_LABELS))
				: words(`Nothing moved by enough to mention, against ${lab.baselineName}.`, `${facts.notModelled}.`),
			...(moved ? [words(net(facts.net))] : []),
			...(unknown.length > 0
				? [words([{ text: `not measured, so it may have moved unseen: ${unknown.join(', ')}`, tone: 'unsure' }])]
				: []),
			...inWords(worksheet),
		],
	};
}

/** What the priced pressures come to together. */
const net = ({ usd, words: means }: ReturnType<typeof pressureFacts>['net']): Line =>
	usd === null
		? [{ text: `${means}.` }]
		: [{ text: 'Together: ', bold: true }, { text: `USD ${usd} per 1,000 requests, ${means}.` }];

function inWords(worksheet: ReviewFacts['worksheet']): readonly ReviewPart[] {
	if (worksheet === null) return [];
	return [
		{
			kind: 'facts',
			facts: [
				fact('Named as relieved', said(worksheet.relieved, 'not named')),
				fact('Named as created', said(worksheet.created, 'not named')),
				fact('Owner of what is created', said(worksheet.owner, 'nobody was named')),
			],
		},
	];
}

/**
 * The command line that prints the same metrics from the scenario that the worksheet started from, which everybody has;
 * null: slices were added or removed, or something else that no edit says.
 */
function templateCommand({ lab, template }: ReviewFacts): string | null {
	if (template === null) return null;
	const { scenario: from } = template;
	// Neither guardrails nor rows of the cost table move a metric.
	const idle = /^(guardrails|rows)\./;
	const edits = editsBetween(from, lab.scenario)
		.filter(({ path }) => !idle.test(path))
		.map(spellEdit);
	const applied = applyTexts(from, edits);
	if (!applied.ok) return null;
	const [found, wanted] = [computeOutcome(applied.value.scenario), computeOutcome(lab.scenario)];
	const same = METRIC_NAMES.every((metric) => {
		const [a, b] = [found.metrics[metric], wanted.metrics[metric]];
		return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));
	});
	return same ? commandLine({ name: from.id, edits, baseline: null }) : null;
}
