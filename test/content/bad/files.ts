import { replaceInBase } from '../base.js';
import { badFile, type Case } from './case.js';

const bytes = (text: string, ...more: number[]): Uint8Array =>
	Uint8Array.from([...new TextEncoder().encode(text), ...more]);

/** Files that are not text, or too large. */
export const FILES: readonly Case[] = [
	badFile('too many bytes', 'é'.repeat(500_001), '1:1', '', /more than 1,000,000 bytes/, /summary figures/),
	badFile('far too many bytes', 'x'.repeat(5_000_000), '1:1', '', /more than 1,000,000 bytes/, /summary figures/),
	badFile(
		'a NUL in text',
		replaceInBase('name: FAQ answer', 'name: FAQ\0'),
		'1:1',
		'',
		/not a text file: byte 283 is NUL/,
		/UTF-8/,
	),
	badFile('a NUL in bytes', bytes('id: base\n', 0), '1:1', '', /byte 10 is NUL/, /UTF-8/),
	badFile('invalid UTF-8', bytes('id: é', 0xff, 0x41), '1:1', '', /byte 7 is not valid UTF-8 \(line 1\)/, /UTF-8/),
	badFile(
		'Latin-1',
		bytes('id: a\r\ntitle: R', 0xfc, 0x63),
		'1:1',
		'',
		/byte 16 is not valid UTF-8 \(line 2\)/,
		/UTF-8/,
	),
	badFile(
		'UTF-16 without a byte order mark',
		Uint8Array.from([0x69, 0x00, 0x64, 0x00, 0x3a, 0x00]),
		'1:1',
		'',
		/looks like UTF-16/,
		/UTF-8/,
	),
	badFile('truncated UTF-8', bytes('id: ', 0xe6, 0xbc), '1:1', '', /not valid UTF-8/, /UTF-8/),
	badFile('UTF-16', Uint8Array.from([0xff, 0xfe, 0x69, 0x00]), '1:1', '', /UTF-16/, /UTF-8/),
];
