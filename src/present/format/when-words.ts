/** When something is due, from now. */
export function whenWords(iso: string, now: number): string {
	const minutes = Math.max(1, Math.round((Date.parse(iso) - now) / 60_000));
	if (minutes < 60) return `in ${minutes} min`;
	const hours = Math.round(minutes / 60);
	return hours < 36 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}
