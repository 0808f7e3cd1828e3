import { byEffort } from '../support/effort.js';
import { BASE } from './base.js';

/** Repeats a text up to a size; a hundredth of it unless this is a full run. */
const fill = (unit: string, size = 1_000_000): string =>
	unit.repeat(Math.floor(byEffort(size, size / 100) / unit.length));

/** Ten nested lists of ten items each: ten thousand million values if written out. */
const billionLaughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
	.concat([...'bcdefghij'].map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(', ')}]`))
	.join('\n');

/** Files of up to 1 MB that could cost a parser much time, memory or stack. */
export const HOSTILE: Readonly<Record<string, string>> = {
	'opening brackets': fill('['),
	'opening braces': fill('{'),
	'closing brackets': fill(']'),
	'nested dashes': fill('- '),
	'nested explicit keys': fill('? '),
	'nested flow maps': fill('a: {'),
	'nested block maps': Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
	'a deep list in a valid file': BASE.replace('[FAQ, 84%]', fill('[', 50_000)),
	'a billion laughs': billionLaughs,
	'one line': fill('a'),
	'one line of wide characters': fill('漢', 300_000),
	'one line of half emoji': fill('👩‍', 200_000),
	'one unclosed text': `title: "${fill('a', 999_000)}`,
	'bad escapes': `title: "${fill('\\x', 999_000)}"`,
	'many short bad escapes': fill('"\\x\\x\\x": 1\n'),
	'one comment': `# ${fill('a', 999_000)}`,
	'many fields': Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n'),
	'one field repeated': fill('title: a\n'),
	'commas in a list': `teaches: [${fill(',', 999_000)}]`,
	'empty keys': fill(':\n'),
	'anchors without values': fill('&a '),
	'aliases without anchors': fill('- *a\n'),
	'aliases of a scalar': `title: &a x\nteaches: [${fill('*a, ', 300_000)}]`,
	'unknown tags': fill('- !x a\n'),
	'unknown directives': fill('%X\n'),
	'many documents': fill('---\n'),
	'blank lines': fill('\n'),
	'leading tabs': fill('\t'),
	'escape characters': fill('\u001b'),
	'separate escape characters': fill('\u001b x'),
	'segments without fields': `segments:\n${fill('  - {}\n', 200_000)}`,
	'segments that are not groups': `segments: [${fill('1, ', 300_000)}]`,
	'a long name of a field': `${fill('a', 1_000)}: 1`,
	'a very long name of a field': `? ${fill('a', 60_000)}\n: 1`,
	'long lines of problems': `teaches: [${fill('x, ', 200_000)}]`,
	'syntax errors on one line': `teaches: [${fill('@, ', 120_000)}]`,
	'refused texts on one line': `teaches: [${fill('"\\e", ', 300_000)}]`,
	'one field repeated on one line': `owners: { ${fill('a: 1, ', 120_000)} }`,
	'unclosed quotes': fill('k: "x\n- ', 200_000),
	'a letter with many combining marks': `title: a${fill('\u0301', 60_000)} "`,
	'carriage returns': fill('a: 1\r'),
	'separators that are not line ends': fill('a\u2028', 400_000),
};
