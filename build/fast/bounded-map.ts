/** Far more than one screen needs; a long session with ever new figures stays within a few megabytes. */
const MOST = 4000;

/** A cache that forgets everything when it is full: cheap, and what a screen needs is back after one frame. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
	override set(key: Key, value: Value): this {
		if (this.size >= MOST) this.clear();
		return super.set(key, value);
	}
}
