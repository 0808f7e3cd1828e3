import leven from 'leven';

/**
 * Returns the known name that a mistyped one most likely stands for, or null. Ignores case and separators, so
 * that `routed_small` finds `routedSmall`; `auc` finds `routerAuc` because it is part of it.
 */
export function closestName(typed: string, known: readonly string[]): string | null {
	// Too long to be a typo of a field name, and the distance costs the product of both lengths.
	if (typed.length > 60) return null;
	const wanted = normalize(typed);
	let best: { name: string; distance: number } | null = null;
	for (const name of known) {
		const candidate = normalize(name);
		// Transposed letters count as one typo, although they take two replacements.
		const edits =
			sortLetters(wanted) === sortLetters(candidate) ? Math.min(leven(wanted, candidate), 1) : leven(wanted, candidate);
		const isPart = wanted.length >= 3 && candidate.includes(wanted);
		const distance = isPart ? Math.min(edits, 1.5) : edits;
		if (
			distance <= Math.max(1.5, candidate.length / 3) &&
			distance < wanted.length &&
			distance < (best?.distance ?? Number.POSITIVE_INFINITY)
		)
			best = { name, distance };
	}
	return best?.name ?? null;
}

const sortLetters = (text: string): string => [...text].sort().join('');
const normalize = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
