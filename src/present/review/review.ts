import type { Cell, Line, Span, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { causeText, guardrailLine, spendText, totalCostLine } from '../board/verdict-line.js';
import { confusionNotes } from '../confusion/notes.js';
import { confusionBoard, confusionMatrix } from '../confusion/tables.js';
import { EMPTY, figureCell, textCell } from '../format/cells.js';
import { percent } from '../format/format.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { ownBaselineName } from '../format/labels.js';
import { pressureFacts } from '../pressure/facts.js';
import { pressureTable } from '../pressure/table.js';
import { assumptionsSection } from './assumptions.js';
import { changeSection } from './change.js';
import { costSection } from './cost.js';
import { curveSection } from './curve.js';
import { captionedTable, fact, type Part, paragraphs, type ReviewInput, type Section, statedText } from './document.js';
import { guardrailsSection, triggerSection } from './guardrails.js';
import { questionsSection } from './questions.js';
import { assessReadiness, type Readiness } from './readiness.js';
import { reproduceSection } from './reproduce.js';
import { column, documentTable, figureColumn, withMixInForce } from './tables.js';

/** The artifact for a design review: its head and its sections. */
export interface ReviewModel {
	readonly title: string;
	readonly summary: string;
	readonly verdict: Span;
	/** What decided the verdict. */
	readonly cause: string;
	/** Model spend against the baseline, in words. */
	readonly saving: string;
	/**
	 * The total cost of a resolved request, if it was measured; then a line for each state of guardrails: those against
	 * the change, and how many hold.
	 */
	readonly points: readonly Line[];
	readonly readiness: Readiness;
	readonly sections: readonly Section[];
}

/** Returns the artifact for a design review. */
export function reviewModel(input: ReviewInput): ReviewModel {
	const { outcome, scenario } = input.lab;
	const ownName = ownBaselineName(scenario);
	const counted = totalCostLine(outcome, ownName);
	return {
		title: scenario.title,
		summary: input.summary,
		verdict: { ...VERDICT_TEXT[outcome.verdict], bold: true },
		cause: causeText(outcome, scenario),
		saving: spendText(outcome, ownName),
		points: [...(counted ? [counted] : []), ...splitByState(guardrailLine(outcome, scenario))],
		readiness: assessReadiness(input),
		sections: [
			changeSection(input),
			slicesSection(input),
			costSection(input),
			confusionSection(input),
			pressureSection(input),
			guardrailsSection(input),
			triggerSection(input),
			curveSection(input),
			assumptionsSection(input),
			questionsSection(input),
			reproduceSection(input),
		],
	};
}

/** Splits the line of guardrails into a line for each state; each state begins with a span that has a tone. */
const splitByState = (line: Line): readonly Line[] =>
	line.flatMap((span, i) => (span.tone ? [[span, ...line.slice(i + 1, i + 2).filter(({ tone }) => !tone)]] : []));

const SLICE_LABELS = {
	segment: 'segment',
	risk: 'risk',
	share: 'share',
	routedSmall: 'routed small',
	repairRate: 'repair',
	smallSuccess: 'small right',
	escalated: 'escalated',
	silent: 'silent failures',
	override: 'override',
};

/** Returns the section on the slices, with the mix of each and the outcomes of its small-routed requests. */
const slicesSection = ({ lab }: ReviewInput): Section => ({
	id: 'slices',
	title: 'Segments',
	parts: [captionedTable(sliceTable(lab))],
});

function sliceTable(lab: LabInput): TableModel {
	const title = 'Segments: small right, escalated and silent failures are of what is routed small';
	const model = withMixInForce(documentTable(boardSegments(lab), title, SLICE_LABELS), lab);
	const { segments } = lab.scenario;
	return {
		...model,
		columns: [...model.columns, figureColumn('labels', 'labels')],
		rows: model.rows.map((one) => ({
			...one,
			cells: [...one.cells, labelsCell(segments.find(({ id }) => id === one.id)?.labels)],
		})),
		notes: [
			...model.notes,
			...segments.flatMap((segment, i) => mixNotes(segment, lab.outcome.segments[i]?.routedSmall)),
		],
	};
}

/** Returns the number of labelled outcomes of a slice. undefined: not a row of a slice; null: none. */
function labelsCell(labels: number | null | undefined): Cell {
	if (labels === undefined) return EMPTY;
	return labels ? figureCell(labels, { unit: 'number' }) : { ...textCell('none', 'unsure'), raw: labels };
}

function mixNotes({ name, routedSmall }: LabInput['scenario']['segments'][number], now = routedSmall): string[] {
	if (percent(now) === percent(routedSmall)) return [];
	return [`${name}: a mix of ${percent(routedSmall)} is set; an override or the threshold makes it ${percent(now)}`];
}

const PRESSURE_LABELS = {
	pressure: 'pressure',
	side: 'effect',
	from: 'from',
	to: 'to',
	change: 'difference',
	usd: 'per 1,000 requests',
	owner: 'owner',
};

/** Returns the section on the pressures that were relieved or created, from the model and in the author's words. */
function pressureSection({ lab, worksheet }: ReviewInput): Section {
	const facts = pressureFacts(lab);
	const table = pressureTable(lab);
	const hasMoved = table.rows.length > 0;
	const unmeasured = [...facts.unmeasured, ...facts.unpriced].map(({ label }) => label);
	return {
		id: 'pressure',
		title: 'Pressure transfer',
		parts: [
			hasMoved
				? captionedTable(documentTable(table, `Pressures that moved, against ${lab.baselineName}`, PRESSURE_LABELS))
				: paragraphs(`Nothing moved by enough to mention, against ${lab.baselineName}.`, `${facts.notModelled}.`),
			...(hasMoved ? [paragraphs(netLine(facts.net))] : []),
			...(unmeasured.length > 0
				? [
						paragraphs([
							{ text: `not measured, so it may have moved unseen: ${unmeasured.join(', ')}`, tone: 'unsure' },
						]),
					]
				: []),
			...statedParts(worksheet),
		],
	};
}

/** Returns the sum of the priced pressures, in words. */
const netLine = ({ usd, meaning: means }: ReturnType<typeof pressureFacts>['net']): Line =>
	usd === null
		? [{ text: `${means}.` }]
		: [{ text: 'Together: ', bold: true }, { text: `${usd} per 1,000 requests, ${means}.` }];

function statedParts(worksheet: ReviewInput['worksheet']): readonly Part[] {
	if (worksheet === null) return [];
	const facts = [
		fact('Named as relieved', statedText(worksheet.relieved, 'not named')),
		fact('Named as created', statedText(worksheet.created, 'not named')),
		fact('Owner of what is created', statedText(worksheet.owner, 'nobody was named')),
	];
	return [{ kind: 'facts', facts }];
}

/** Returns the section on the confusion matrix, of the board and by slice. */
function confusionSection({ lab }: ReviewInput): Section {
	return {
		id: 'confusion',
		title: 'Confusion matrix',
		parts: [
			captionedTable(boardMatrix(lab)),
			paragraphs(...confusionNotes(lab).sentences),
			captionedTable(sliceMatrix(lab)),
		],
	};
}

/** Returns the matrix of the board. Unlike the pane's table, it has each count and its name in one cell. */
function boardMatrix(lab: LabInput): TableModel {
	const { rows } = confusionBoard(lab);
	return {
		id: 'confusion-board',
		title: 'All requests, per 1,000',
		columns: [
			column('route', 'where it went'),
			figureColumn('right', 'small would be right'),
			figureColumn('fails', 'small would fail'),
		],
		rows: rows.map((one) => {
			const [route, right, rightName, fails, failsName] = one.cells.map(withoutShading);
			return { ...one, cells: [...(route ? [route] : []), nameCount(right, rightName), nameCount(fails, failsName)] };
		}),
		notes: [],
	};
}

const nameCount = (count: Cell | undefined, name: Cell | undefined): Cell => ({
	raw: count?.raw ?? null,
	text: `${name?.text ?? ''} ${count?.text ?? ''}`,
	...(count?.tone && { tone: count.tone }),
});

const CONFUSION_LABELS = {
	segment: 'segment',
	routedSmall: 'routed small',
	trueEasy: 'true-easy',
	falseEasy: 'false-easy',
	interval: 'false-easy, 95% range',
	falseHard: 'false-hard',
	trueHard: 'true-hard',
};

function sliceMatrix(lab: LabInput): TableModel {
	const model = withMixInForce(
		documentTable(confusionMatrix(lab), 'By segment, per 1,000 requests', CONFUSION_LABELS),
		lab,
	);
	return { ...model, rows: model.rows.map((one) => ({ ...one, cells: one.cells.map(withoutShading) })) };
}

/** Removes the shading block before a count, and the space around it. */
const withoutShading = (cell: Cell): Cell => ({ ...cell, text: cell.text.replace(/^[ ░▒▓█] +/, '') });
