import { z } from 'zod';
import { conditionFields } from '../scenario/raw/expectation.js';
import { changes, metric } from '../scenario/raw/parts.js';
import { id, line, markdown, name, optional, sentence } from '../scenario/raw/shared.js';
import { LIVE_PARTS } from './document.js';

/** A title of a column, at most 20 columns wide. */
const title = (description: string) => line(20).describe(description);

const facts = (description: string) =>
	z
		.array(
			z
				.string()
				.regex(/^[A-Z][0-9]{1,2}$/)
				.describe('Id of a fact, such as O1.'),
		)
		.max(100)
		.default([])
		.describe(description);

/** The fields between the two lines --- at the top of a lesson. */
export const frontMatter = z
	.strictObject({
		id: id("Equal to the file's name without its number and .md."),
		title: name('Heading of the lesson.'),
		part: name('The part of the book that it is listed under.'),
		minutes: z.int().min(1).max(120).describe('How long it takes, in minutes.'),
		scenario: id('Id of the scenario that it is played on.'),
		start: optional(id("Id of the state of the scenario in which the reader's board starts. Default: its own.")),
		own: title("Name of the scenario's own state, as the title of a column.").default('as it is'),
		teaches: facts('Ids of the facts that this lesson teaches; no other lesson teaches them.'),
		revisits: facts('Ids of facts that it comes back to.'),
	})
	.describe('The head of a lesson.');

const checks = facts('Ids of the facts that it checks, for the score of a check.');
const after = optional(id('Id of a question before it that it waits for. Default: it is shown at once.'));
const show = z.array(z.enum(LIVE_PARTS)).max(10).default([]).describe('Parts of panes, top to bottom.');
const figures = (description: string) => z.array(line(200)).max(20).default([]).describe(description);
const shownFigures = figures('Figures, each FIGURE or FIGURE SEGMENT, such as resolution or silent policy.');

/** The fields of a block ```evidence. */
export const evidence = z
	.strictObject({
		after,
		states: z
			.array(z.union([id('Id of a state, or own, or baseline.'), z.int().describe('A week.')]))
			.min(1)
			.max(4)
			.optional()
			.describe(
				'The states that it shows, a column each: own, baseline, the id of a state, or a week. Default: with after, the state that question is about; else the start of the lesson.',
			),
		titles: z.array(title('Title of a column.')).optional().describe('Titles of the columns, in the order of states.'),
		change: changes('Changes on top of the only state: input path → value.'),
		artifact: z.boolean().optional().describe('true: the artifact of the scenario.'),
		show,
		figures: shownFigures,
	})
	.describe("Something to read, in the states that the text speaks about; the reader's edits do not change it.");

/** The fields of a block ```workbench. */
export const workbench = z
	.strictObject({
		after,
		show,
		inputs: z.array(line(200)).max(20).default([]).describe('Input paths, such as segments.faq.routedSmall.'),
		figures: shownFigures,
	})
	.describe("Something to work with: inputs and figures of the reader's own board.");

/** The fields of a block ```predict. */
export const predict = z
	.strictObject({
		id: id('Unique in the lesson.'),
		after,
		ask: sentence('The question.'),
		metric: metric.optional().describe('The metric that is guessed. Or give choices.'),
		segment: optional(id('Id of the segment in which. Default: all requests.')),
		choices: z.array(line(120)).min(2).max(6).optional().describe('Answers to choose from. Or give a metric.'),
		answer: z.int().min(1).max(6).optional().describe('Which of the choices is right, from 1.'),
		state: optional(
			id("Id of the state that the answer is about, or own for the scenario's own. Default: the start of the lesson."),
		),
		change: changes('Changes on top of that state: input path → value.'),
		hides: figures('Figures that would answer it, FIGURE or FIGURE SEGMENT each; they show ? until it is answered.'),
		checks,
	})
	.describe('A question that is answered before looking.');

/** The fields of a block ```reveal. */
export const reveal = z
	.strictObject({
		after: optional(id('Id of the question that it waits for. Default: the one before it.')),
		text: markdown('Markdown, shown once the question is answered.'),
	})
	.describe('Text that waits for an answer.');

/** The fields of a block ```challenge. */
export const challenge = z
	.strictObject({
		id: id('Unique in the lesson.'),
		goal: sentence('What to reach.'),
		conditions: z
			.array(z.strictObject(conditionFields).describe('A condition, as in the expectations of a scenario.'))
			.min(1)
			.max(10)
			.describe('What has to hold, all of it.'),
		hints: z.array(sentence('A hint.')).min(2).max(6).describe('Hints, from vague to exact.'),
		solution: changes('One way to reach it: input path → value, from the start of the lesson.'),
		after: sentence('Said once it is solved.'),
		checks,
	})
	.describe('Something to reach by editing.');

/** The fields of a block ```score. */
export const score = z
	.strictObject({
		of: z
			.array(id('Id of a lesson.'))
			.min(1)
			.max(10)
			.optional()
			.describe('Ids of the lessons whose questions and challenges are counted. Default: this lesson.'),
	})
	.describe('The result of a check: what was right, and which facts to repeat.');

/** Schemas of the fenced blocks, by the word after the backticks. */
export const BLOCKS = { evidence, workbench, predict, reveal, challenge, score } as const;
export type BlockKind = keyof typeof BLOCKS;
