import leven from 'leven';

/**
 * The known names most like a mistyped one, best first: at most `most`, and only those near enough that a
 * typing slip explains them, or that hold the typed text.
 */
export function nearest(typed: string, known: readonly string[], most = 3): readonly string[] {
	const wanted = typed.toLowerCase();
	return known
		.map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
		.filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ name }) => name);
}

// A part of a name counts as near: `faq` should find `segments.faq.routedSmall`.
function distance(wanted: string, name: string): number {
	const far = leven(wanted, name);
	return wanted.length >= 3 && name.includes(wanted) ? Math.min(far, 1) : far;
}
