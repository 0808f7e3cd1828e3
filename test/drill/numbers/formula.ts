/**
 * The last sum that a line of a formula spells out, and what the line says it comes to; null where the line has no
 * such sum, but words alone.
 *
 * @param names of segments, which may hold digits
 */
export function sumIn(
	line: string,
	names: readonly string[],
): { readonly value: number; readonly says: string } | null {
	const parts = line.split(' = ');
	const says = parts.at(-1) ?? '';
	const sum = parts.at(-2);
	if (sum === undefined || !/\d/.test(says)) return null;
	const whose = names.find((name) => sum.startsWith(`${name}: `));
	const script = sum
		.slice(whose === undefined ? 0 : whose.length + 2)
		.replace(/^(?:on average|together|the largest of requests \/ share) ?/, '')
		.replace(/ for the router$/, '')
		.replace(/(\d),(?=\d{3})/g, '$1')
		.replaceAll('×', '*')
		.replaceAll('−', '-')
		.replaceAll('√', 'Math.sqrt')
		.replaceAll('²', '**2')
		.replaceAll('max(', 'Math.max(');
	if (/[a-z]/i.test(script.replace(/Math\.(?:sqrt|max)/g, ''))) return null;
	return { value: Number(new Function(`return ${script}`)()), says };
}

/** A result as a formula prints it: `0.0077`, `USD 0.0077`, `1,059`, `−3.0%`. */
export function saidNumber(text: string): number {
	const number = Number(text.replace(/USD |,|%/g, '').replace('−', '-'));
	return text.endsWith('%') ? number / 100 : number;
}
