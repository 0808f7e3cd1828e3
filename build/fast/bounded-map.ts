/** Far more entries than one screen needs; keeps a long session with ever new figures within a few megabytes. */
const MAX_ENTRIES = 4000;

/** A cache that is cleared when full: cheap, and the current screen's entries are back after one frame. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
	override set(key: Key, value: Value): this {
		if (this.size >= MAX_ENTRIES) this.clear();
		return super.set(key, value);
	}
}
