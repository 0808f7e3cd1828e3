import { badFile, type Case } from '../../bad/case.js';
import { bareLesson, replaceInLesson } from '../base.js';

/** Lessons with faults in what a check counts, and in its score. */
export const CHECKS: readonly Case[] = [
	badFile(
		'a question that checks an unknown fact',
		replaceInLesson('answer: 1', 'answer: 1\nchecks: [O1, O77]'),
		'41:14',
		'O77',
		/no fact "O77"/,
		/There are O0, O1/,
	),
	badFile(
		'a question that checks a fact twice',
		replaceInLesson('answer: 1', 'answer: 1\nchecks: [O1, S2, O1]'),
		'41:18',
		'O1',
		/"O1" is named twice/,
		/Delete one/,
	),
	badFile(
		'a challenge that checks an unknown fact',
		replaceInLesson('after: No refund rides small.', 'after: No refund rides small.\nchecks: [S9]'),
		'67:10',
		'S9',
		/no fact "S9"/,
		/There are S1, S2/,
	),
	badFile(
		'a check that is not the id of a fact',
		replaceInLesson('answer: 1', 'answer: 1\nchecks: [the-rule]'),
		'41:10',
		'the-rule',
		/checks/,
		/./,
	),
	badFile(
		'a score with an unknown field',
		bareLesson('```score\nfrom: [short]\n```\n'),
		'9:1',
		'from',
		/"from" is not a field of the block score/,
		/of/,
	),
	badFile('a score of no lesson', bareLesson('```score\nof: []\n```\n'), '9:1', 'of', /of is an empty list/, /Add one/),
	badFile('a score of one lesson as text', bareLesson('```score\nof: short\n```\n'), '9:5', 'short', /of/, /./),
	badFile('a score without an end', bareLesson('```score\nof: [short]\n'), '8:4', 'score', /has no end/, /Close it/),
];
