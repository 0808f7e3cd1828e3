import leven from 'leven';

/**
 * The known name that a mistyped one most likely stands for, or null. Case and separators do not count, so
 * that `routed_small` finds `routedSmall`; `auc` finds `routerAuc` because it is a part of it.
 */
export function likely(typed: string, known: readonly string[]): string | null {
	// Nobody mistypes a short name at this length, and the distance takes the product of both lengths.
	if (typed.length > 60) return null;
	const wanted = plain(typed);
	let best: { name: string; distance: number } | null = null;
	for (const name of known) {
		const candidate = plain(name);
		// Letters in the wrong order are one slip, though two replacements.
		const far = sorted(wanted) === sorted(candidate) ? Math.min(leven(wanted, candidate), 1) : leven(wanted, candidate);
		const part = wanted.length >= 3 && candidate.includes(wanted);
		const distance = part ? Math.min(far, 1.5) : far;
		if (
			distance <= Math.max(1.5, candidate.length / 3) &&
			distance < wanted.length &&
			distance < (best?.distance ?? Number.POSITIVE_INFINITY)
		)
			best = { name, distance };
	}
	return best?.name ?? null;
}

const sorted = (text: string): string => [...text].sort().join('');
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
