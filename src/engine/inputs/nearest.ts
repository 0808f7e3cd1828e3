import leven from 'leven';

/**
 * Returns the known names closest to a mistyped one, best first: at most `maxResults`, and only those within a typo's
 * distance or containing the typed text.
 */
export function nearestNames(typed: string, known: readonly string[], maxResults = 3): readonly string[] {
	const wanted = typed.toLowerCase();
	return known
		.map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
		.filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, maxResults)
		.map(({ name }) => name);
}

// Part of a name counts as close: `faq` should find `segments.faq.routedSmall`.
function distance(wanted: string, name: string): number {
	const edits = leven(wanted, name);
	return wanted.length >= 3 && name.includes(wanted) ? Math.min(edits, 1) : edits;
}
