import { replaceInBase } from '../base.js';
import { badFile, type Case } from './case.js';

const ESC = '\u001b';

/** Files with characters that would control a terminal. */
export const UNSAFE: readonly Case[] = [
	badFile(
		'an escape sequence',
		replaceInBase('name: FAQ answer', `name: FAQ ${ESC}[31manswer`),
		'11:15',
		'␛',
		/␛ \(U\+001B\), which starts a terminal escape sequence/,
		/Delete it/,
	),
	badFile(
		'an escaped escape sequence',
		replaceInBase('name: FAQ answer', 'name: "\\e[31mFAQ"'),
		'11:11',
		'"\\e[31mFAQ"',
		/␛ \(U\+001B\)/,
		/Delete it/,
	),
	badFile(
		'an escape sequence in a comment',
		replaceInBase('risk: low', `risk: low # ${ESC}]0;x`),
		'13:17',
		'␛',
		/escape sequence/,
		/Delete it/,
	),
	badFile(
		'an escape sequence in a field name',
		replaceInBase('    risk: low', '    risk: low\n    "a\\eb": 1'),
		'14:5',
		'"a\\eb"',
		/escape sequence/,
		/Delete it/,
	),
	badFile(
		'an escape sequence in the story',
		replaceInBase('  What happened.', `  What ${ESC}[2Jhappened.`),
		'46:8',
		'␛',
		/escape sequence/,
		/Delete it/,
	),
	badFile(
		'a C1 control',
		replaceInBase('name: FAQ answer', 'name: FAQ \u009b31m'),
		'11:15',
		'\\u009b',
		/U\+009B/,
		/Delete it/,
	),
	badFile(
		'a backspace',
		replaceInBase('name: FAQ answer', 'name: FAQ\u0008'),
		'11:14',
		'␈',
		/a control character/,
		/Delete it/,
	),
	badFile(
		'a character that reorders text',
		replaceInBase('name: FAQ answer', 'name: \u202eFAQ'),
		'11:11',
		'\\u202e',
		/reorders text/,
		/Delete it/,
	),
	badFile(
		'an unpaired surrogate',
		replaceInBase('name: FAQ answer', 'name: FAQ\ud83d'),
		'11:14',
		'\\ud83d',
		/half of a character/,
		/Delete it/,
	),
	badFile(
		'a carriage return',
		replaceInBase('name: FAQ answer', 'name: FAQ\rXXX'),
		'11:14',
		'␍',
		/carriage return/,
		/Delete it/,
	),
];
