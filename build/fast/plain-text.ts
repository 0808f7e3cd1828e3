/**
 * Returns whether every UTF-16 unit of a text is one grapheme, of one column or (controls) none, so that neither
 * Unicode tables nor `Intl.Segmenter` are needed. Characters not listed here only take the slow path; a test checks
 * every listed unit against the tables.
 */
export function isPlain(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		// Latin with its supplements. Not CR, because CR LF is one grapheme, and not the soft hyphen.
		if (unit < 0x300) {
			if (unit === 0x0d || unit === 0xad) return false;
			continue;
		}
		if (unit >= 0x2500 && unit <= 0x25fc) continue; // boxes, blocks, shapes
		if (unit >= 0x2010 && unit <= 0x2027) continue; // dashes, quotes, bullet, ellipsis
		if (unit >= 0x2190 && unit <= 0x21ff) continue; // arrows
		if (unit >= 0x2200 && unit <= 0x22ff) continue; // mathematics
		if (unit >= 0x391 && unit <= 0x3c9) continue; // Greek
		if (unit >= 0x2800 && unit <= 0x28ff) continue; // braille, for curves
		if (unit >= 0x2030 && unit <= 0x203a) continue; // per mille, primes
		if (unit === 0x2713 || unit === 0x2717 || unit === 0x20ac) continue; // ✓ ✗ €
		return false;
	}
	return true;
}
