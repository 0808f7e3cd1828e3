import { KINDS, type Kind } from '../../../engine/inputs/kinds.js';

/** What to write instead of something that was meant as a number of this kind, or null if it cannot be guessed. */
export function mendNumber(value: unknown, kind: Kind | null): string | null {
	if (typeof value === 'number') return kind === 'percent' ? fraction(value) : null;
	if (typeof value !== 'string') return null;
	const text = value.trim();
	const percent = /^([-+]?[\d.]+)\s*%$/.exec(text);
	if (percent) return fraction(Number(percent[1])) ?? null;
	const bare = text.replace(/^(USD|\$|€)\s*/i, '').replace(/\s*(USD|\$|€|ms|tokens?)$/i, '');
	// 10,000 and 1_000 are thousands; 0,84 is a decimal comma.
	const plain = /^[-+]?\d{1,3}([,_]\d{3})+(\.\d+)?$/.test(bare)
		? bare.replace(/[,_]/g, '')
		: bare.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
	if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
	const number = Number(plain);
	if (kind && (number < KINDS[kind].min || number > KINDS[kind].max)) return mendNumber(number, kind);
	return plain === text
		? `Write ${number}, without quotes.`
		: `Write ${number}: digits and a decimal point, without units, quotes or separators.`;
}

function fraction(percent: number): string | null {
	if (!(percent > 0 && percent <= 100)) return null;
	const share = Number((percent / 100).toPrecision(15));
	return `Write ${share} for ${percent}%: rates are fractions in a file.`;
}
