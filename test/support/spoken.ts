/** Figure: a number with its sign and unit, as a screen prints it. */
const FIGURE = /(?<![\w.])([−±+]?)(\d+(?:,\d{3})*(?:\.\d+)?(?:e−?\d+)?)(%| pt\b| ms\b| min\b)?/g;

/** Returns spoken sentences with their figures as a screen prints them. */
const asPrinted = (sentences: readonly string[]): string =>
	sentences
		.join('\n')
		.replace(/plus or minus /g, '±')
		.replace(/(?:minus|down) (?=\d)/g, '−')
		.replace(/(?:plus|up) (?=\d)/g, '+')
		.replace(/(?<=\d) points/g, ' pt')
		.replace(/(?<=\d) milliseconds/g, ' ms')
		.replace(/(?<=\d) minutes/g, ' min');

/**
 * Lists the figures of lines that the sentences do not say. A printed unit or minus must be said; a plus may be said by
 * a verb.
 */
export function unspokenFigures(lines: readonly string[], sentences: readonly string[]): readonly string[] {
	const said = new Set<string>();
	// A narrow column drops decimals that are zero.
	for (const [, sign = '', digits = '', unit = ''] of asPrinted(sentences).matchAll(FIGURE))
		for (const number of [digits, digits.replace(/\.0$/, '')])
			for (const withSign of ['', sign]) for (const withUnit of ['', unit]) said.add(withSign + number + withUnit);
	return lines.flatMap((line) =>
		[...line.matchAll(FIGURE)].flatMap(([whole, sign = '', digits = '', unit = '']) =>
			said.has(`${sign === '+' ? '' : sign}${digits}${unit}`) ? [] : [`${whole} in “${line.trim()}”`],
		),
	);
}

/** Characters that a speech engine reads, or skips without a loss: letters, digits, and punctuation. */
const SPEAKABLE = /[\p{L}\p{M}\p{N}\s.,;:!?'"()%$/&+=@#_<>[\]{}|*^~`\\“”‘’-]/u;

/** Lists the symbols in spoken sentences that a speech engine drops. */
export const unspeakable = (sentences: readonly string[]): readonly string[] =>
	sentences.flatMap((sentence) => {
		const found = [...sentence].filter((character) => !SPEAKABLE.test(character));
		return found.length === 0 ? [] : [`${found.join(' ')} in “${sentence}”`];
	});

/** Returns the lines of a plot without its scale, whose figures only help to read the drawing. */
export const withoutScale = (lines: readonly string[]): readonly string[] =>
	lines.filter((line, i) => !/^ *[\d.]*%?[┤│└]/.test(line) && !/^ *└/.test(lines[i - 1] ?? ''));
