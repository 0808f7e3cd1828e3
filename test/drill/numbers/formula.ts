/**
 * Evaluates the last arithmetic expression in a line of a formula, and returns it with the result that the line states;
 * null if the line is words only.
 *
 * @param names names of the segments, which may contain digits
 */
export function evaluateLine(
	line: string,
	names: readonly string[],
): { readonly value: number; readonly says: string } | null {
	const parts = line.split(' = ');
	const says = parts.at(-1) ?? '';
	const sum = parts.at(-2);
	if (sum === undefined || !/\d/.test(says)) return null;
	const owner = names.find((name) => sum.startsWith(`${name}: `));
	const expression = sum
		.slice(owner === undefined ? 0 : owner.length + 2)
		.replace(/^(?:on average|together|the largest of requests \/ share) ?/, '')
		.replace(/ for the router$/, '')
		.replace(/(\d),(?=\d{3})/g, '$1')
		.replaceAll('×', '*')
		.replaceAll('−', '-')
		.replaceAll('√', 'Math.sqrt')
		.replaceAll('^2', '**2')
		.replaceAll('max(', 'Math.max(');
	if (/[a-z]/i.test(expression.replace(/Math\.(?:sqrt|max)/g, ''))) return null;
	return { value: Number(new Function(`return ${expression}`)()), says };
}

/** Parses a result as printed in a formula: `0.0077`, `$0.0077`, `1,059`, `−3.0%`. */
export function parseResult(text: string): number {
	const number = Number(text.replace(/[$,%]/g, '').replace('−', '-'));
	return text.endsWith('%') ? number / 100 : number;
}
