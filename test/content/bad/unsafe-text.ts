import { broken } from '../base.js';
import { bad, type Case } from './case.js';

const ESC = '\u001b';

/** Files with characters that would control a terminal. */
export const UNSAFE: readonly Case[] = [
	bad(
		'an escape sequence',
		broken('name: FAQ answer', `name: FAQ ${ESC}[31manswer`),
		'11:15',
		'␛',
		/␛ \(U\+001B\), which starts a terminal escape sequence/,
		/Delete it/,
	),
	bad(
		'an escaped escape sequence',
		broken('name: FAQ answer', 'name: "\\e[31mFAQ"'),
		'11:11',
		'"\\e[31mFAQ"',
		/␛ \(U\+001B\)/,
		/Delete it/,
	),
	bad(
		'an escape sequence in a comment',
		broken('risk: low', `risk: low # ${ESC}]0;x`),
		'13:17',
		'␛',
		/escape sequence/,
		/Delete it/,
	),
	bad(
		'an escape sequence in a field name',
		broken('    risk: low', '    risk: low\n    "a\\eb": 1'),
		'14:5',
		'"a\\eb"',
		/escape sequence/,
		/Delete it/,
	),
	bad(
		'an escape sequence in the story',
		broken('  What happened.', `  What ${ESC}[2Jhappened.`),
		'46:8',
		'␛',
		/escape sequence/,
		/Delete it/,
	),
	bad('a C1 control', broken('name: FAQ answer', 'name: FAQ \u009b31m'), '11:15', '\\u009b', /U\+009B/, /Delete it/),
	bad('a backspace', broken('name: FAQ answer', 'name: FAQ\u0008'), '11:14', '␈', /a control character/, /Delete it/),
	bad(
		'a character that reorders text',
		broken('name: FAQ answer', 'name: \u202eFAQ'),
		'11:11',
		'\\u202e',
		/reorders text/,
		/Delete it/,
	),
	bad(
		'an unpaired surrogate',
		broken('name: FAQ answer', 'name: FAQ\ud83d'),
		'11:14',
		'\\ud83d',
		/half of a character/,
		/Delete it/,
	),
	bad('a carriage return', broken('name: FAQ answer', 'name: FAQ\rXXX'), '11:14', '␍', /carriage return/, /Delete it/),
];
