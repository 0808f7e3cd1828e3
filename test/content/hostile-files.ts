import { byEffort } from '../support/effort.js';
import { BASE } from './base.js';

/** A unit over and over, up to a size; a hundredth of it unless everything runs. */
const filled = (unit: string, size = 1_000_000): string =>
	unit.repeat(Math.floor(byEffort(size, size / 100) / unit.length));

/** Ten lists of ten aliases each: three thousand million values if written out. */
const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
	.concat([...'bcdefghij'].map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(', ')}]`))
	.join('\n');

/** Files of up to 1 MB that ask a parser for time, memory or stack. */
export const HOSTILE: Readonly<Record<string, string>> = {
	'opening brackets': filled('['),
	'opening braces': filled('{'),
	'closing brackets': filled(']'),
	'dashes inside each other': filled('- '),
	'explicit keys inside each other': filled('? '),
	'flow maps inside each other': filled('a: {'),
	'block maps inside each other': Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
	'a deep list in a good file': BASE.replace('[FAQ, 84%]', filled('[', 50_000)),
	'a billion laughs': laughs,
	'one line': filled('a'),
	'one line of wide characters': filled('漢', 300_000),
	'one line of half emoji': filled('👩‍', 200_000),
	'one unclosed text': `title: "${filled('a', 999_000)}`,
	'bad escapes': `title: "${filled('\\x', 999_000)}"`,
	'many short bad escapes': filled('"\\x\\x\\x": 1\n'),
	'one comment': `# ${filled('a', 999_000)}`,
	'many fields': Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n'),
	'the same field': filled('title: a\n'),
	'commas in a list': `teaches: [${filled(',', 999_000)}]`,
	'empty keys': filled(':\n'),
	'anchors without values': filled('&a '),
	'aliases without anchors': filled('- *a\n'),
	'aliases of a scalar': `title: &a x\nteaches: [${filled('*a, ', 300_000)}]`,
	'unknown tags': filled('- !x a\n'),
	'unknown directives': filled('%X\n'),
	documents: filled('---\n'),
	'blank lines': filled('\n'),
	'tabs in front': filled('\t'),
	'escape characters': filled('\u001b'),
	'escape characters apart': filled('\u001b x'),
	'segments without fields': `segments:\n${filled('  - {}\n', 200_000)}`,
	'segments that are not groups': `segments: [${filled('1, ', 300_000)}]`,
	'a long name of a field': `${filled('a', 1_000)}: 1`,
	'a very long name of a field': `? ${filled('a', 60_000)}\n: 1`,
	'long lines of problems': `teaches: [${filled('x, ', 200_000)}]`,
	'syntax errors on one line': `teaches: [${filled('@, ', 120_000)}]`,
	'refused texts on one line': `teaches: [${filled('"\\e", ', 300_000)}]`,
	'the same field on one line': `owners: { ${filled('a: 1, ', 120_000)} }`,
	'unclosed quotes': filled('k: "x\n- ', 200_000),
	'marks piled on a letter': `title: a${filled('\u0301', 60_000)} "`,
	'carriage returns': filled('a: 1\r'),
	'separators that are not line ends': filled('a\u2028', 400_000),
};
