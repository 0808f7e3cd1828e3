/** Characters that only draw: bars, shades, rules, pointers and cursors. */
export const DRAWN = /[▁-█░▒▓─-╿┃▏›▶●■□◆⠀-⣿]/g;

/** Symbols and abbreviations that a speech engine drops or spells out, each with its words; applied in order. */
const SYMBOLS: readonly (readonly [pattern: RegExp, words: string])[] = [
	// A mark that is followed by its word adds nothing.
	[
		/[✓✗?–!] (?=held|breached|unclear|no such|enough|too few|no labels|done|solved|right|it is|mended|again|good|easy)/g,
		'',
	],
	[/[✓–] (?=Ready|nothing to hold)/g, ''],
	[/(more|less) [▲▼]/g, '$1'],
	[/[▲▼] (?=costs (?:more|less))/g, ''],
	// Choices of a question, states of a challenge, and checkboxes of an answer.
	[/^✓ (?=\d+,)/, 'right answer: '],
	[/^✗ (?=\d+,)/, 'your answer, wrong: '],
	[/(\d+) to go · ○ /, '$1 conditions to go, next: '],
	[/ \?(?=, needs)/, ' is hidden until you guess'],
	[/✓ (?=\d+ without)/, ''],
	[/ ✓ (?=all of it holds)/, ': '],
	[/^✓ /, 'met: '],
	[/^✗ /, 'wrong: '],
	[/^○ /, 'not met: '],
	[/^[·•–] /, ''],
	[/^\? /, 'open: '],
	[/! (?=goes to )/g, 'exclamation mark '],
	[/^! /, 'an alarm is '],
	[/^\s*›?\s*\[x\] /, 'ticked: '],
	[/^\s*›?\s*\[ \] /, 'not ticked: '],
	[/✓/g, ' yes '],
	[/✗/g, ' no '],
	[/○/g, ' next: '],
	[DRAWN, ' '],
	[/•/g, ' '],
	// Keys.
	[/← ?\/?→/g, 'left and right arrow'],
	[/↑ ?\/?↓/g, 'up and down arrow'],
	[/←/g, ' left arrow '],
	[/↑/g, ' up arrow '],
	[/↓/g, ' down arrow '],
	[/▲/g, ' up '],
	[/▼/g, ' down '],
	// Of the words that are explained, the speech has only the meaning.
	[/^n\/m is “not measured”:/, 'Not measured:'],
	[/(?<=\. )– is “/, 'None is “'],
	// Figures.
	[/±\s*\?/g, 'plus or minus an unknown amount'],
	[/±\s*/g, 'plus or minus '],
	[/−/g, 'minus '],
	[/(?<![\w)])\+(?=\$?\d)/g, 'plus '],
	[/≥\s*/g, 'at least '],
	[/≤\s*/g, 'at most '],
	[/≈\s*/g, 'about '],
	[/\s*÷\s*/g, ' divided by '],
	[/(\d)×(?!\w)/g, '$1 times'],
	[/\s*×\s*/g, ' times '],
	[/\^2\b/g, ' squared'],
	[/√/g, 'the square root of '],
	[/(\d) pt\b/g, '$1 points'],
	[/\bms\b/g, 'milliseconds'],
	[/(\d) min\b/g, '$1 minutes'],
	[/(\d) h\b/g, '$1 hours'],
	[/\bn\/m\b/g, 'not measured'],
	[/Δ/g, 'delta'],
	// Abbreviations for narrow columns.
	[/\bescal\.(?=\W|$)/g, 'escalated'],
	[/\bvs base\b/g, 'against the baseline'],
	[/\bvs pin\b/g, 'against the pinned state'],
	[/\bspend\/resolved\b/g, 'spend per resolved request'],
	[/\ball counted\/req\b/g, 'all counted per request'],
	[/\bspend\/week\b/g, 'spend per week'],
	[/\bthroughput\/h\b/g, 'throughput per hour'],
	[/\bb\/e\b/g, 'break-even'],
	// A cell without a value.
	[/, –(?=,|$)/g, ', none'],
	// Punctuation that only separates.
	[/(?<=[\d%])–(?=\d)/g, ' to '],
	[/→/g, ' to '],
	[/\s*·\s*/g, ', '],
	[/\s+[—–]\s+|—/g, ', '],
	[/–/g, '-'],
	[/^… /, ''],
	[/…/g, '...'],
];

/** Replaces symbols that a speech engine drops by words, and leaves one space between words. */
export function inWords(text: string): string {
	// Collapse the spaces first: a pattern that looks for spaces is slow on thousands of them.
	const plain = text.replace(/\s+/g, ' ').trim();
	const words = SYMBOLS.reduce((said, [pattern, by]) => said.replace(pattern, by), plain);
	return words
		.replace(/\s+/g, ' ')
		.replace(/ (?=[,.;:](?:\s|$))/g, '')
		.replace(/,(?: ?,)+/g, ',')
		.trim();
}

/** Names of the keys that are symbols. */
const KEYS: Readonly<Record<string, string>> = {
	'?': 'question mark',
	'/': 'slash',
	':': 'colon',
	'!': 'exclamation mark',
	'[': 'left bracket',
	']': 'right bracket',
	'←': 'left arrow',
	'→': 'right arrow',
	'↑': 'up arrow',
	'↓': 'down arrow',
};

/** Returns the names of keys in words: `], [` becomes `right bracket, left bracket`, and `U` is `capital U`. */
export const keysInWords = (keys: string): string =>
	inWords(
		keys
			.replace(/(?<![^\s-])[?/:![\]←→↑↓](?![^\s,])/g, (key) => KEYS[key] ?? key)
			.replace(/(?<!\S):(?=\d)/g, 'colon ')
			.replace(/(?<![\w-])[A-Z](?!\w)/g, 'capital $&'),
	);

/** Words for labels of columns that say too little without the table around them. */
const LABELS: Readonly<Record<string, string>> = {
	is: 'state',
	'to tell': 'loss to tell',
	'per 1,000': 'per 1,000 requests',
	'of 1,000': 'its part of the spend for 1,000 requests',
	'price per 1M': 'price per 1,000,000 tokens',
	'vs first': 'against the first row',
	'on easy': 'strong right on easy',
	'on hard': 'strong right on hard',
	'silent cost': 'cost of a silent failure',
	'p50 ms': 'p50 wait in milliseconds',
	'p95 ms': 'p95 wait in milliseconds',
	'write × input': 'cache write multiple',
};

/** Returns the label of a column or a row in words. */
export const labelInWords = (label: string): string => LABELS[label.trim()] ?? inWords(label);
