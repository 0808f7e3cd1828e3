import { PROGRAM_ROWS, topLayer } from '../../src/app/layers.js';
import { QUESTION } from '../../src/app/question.js';
import type { BoardStore } from '../../src/app/store.js';
import { CONTENTS, CONTENTS_SEARCH } from '../../src/screens/contents/update.js';
import { DRILL_LAYERS } from '../../src/screens/drill/update.js';
import { findLayer } from '../../src/screens/find.js';
import { GUESS } from '../../src/screens/guess.js';
import { LAB, LAB_FILTER, LAB_VALUE } from '../../src/screens/lab/update.js';
import { LESSON_SCREEN } from '../../src/screens/lesson/screen.js';
import { LESSON, LESSON_VALUE } from '../../src/screens/lesson/update.js';
import { OVERLAYS } from '../../src/screens/overlays/index.js';
import { PALETTE } from '../../src/screens/overlays/palette.js';
import type { KeyRow, Layer } from '../../src/screens/screen.js';
import type { Find, State } from '../../src/screens/state.js';
import { WORKSHEET_FORM, WORKSHEET_VALUE } from '../../src/screens/worksheet/form.js';
import { WORKSHEET_LIST } from '../../src/screens/worksheet/list.js';
import { WORKSHEET_PICKER } from '../../src/screens/worksheet/picker.js';
import { PROMPT } from '../../src/screens/worksheet/prompt.js';
import { WORKSHEET_TEXT } from '../../src/screens/worksheet/text-field.js';

/** The layers of every overlay, with and without a filter being typed. */
const overlayLayers: readonly Layer[] = Object.values(OVERLAYS).flatMap((overlay) => {
	return [...new Set([false, true].map((finding) => overlay.layer({ overlay: { finding } } as State)))];
});

/** The line of a search over a lesson, and the open search. */
const findLayers: readonly Layer[] = [true, false].map((isTyping) =>
	findLayer({ isTyping } as Find, LESSON_SCREEN, { ...LESSON, keys: [] }),
);

/** Every layer of the screens and overlays. */
export const LAYERS: readonly Layer[] = [
	LAB,
	LAB_VALUE,
	LAB_FILTER,
	LESSON,
	LESSON_VALUE,
	GUESS,
	CONTENTS,
	CONTENTS_SEARCH,
	...Object.values(DRILL_LAYERS),
	WORKSHEET_LIST,
	WORKSHEET_FORM,
	WORKSHEET_VALUE,
	WORKSHEET_TEXT,
	WORKSHEET_PICKER,
	PROMPT,
	...overlayLayers,
	...findLayers,
	PALETTE.layer({} as State),
	QUESTION,
];

/** Every row of every layer. */
export const ROWS: readonly KeyRow[] = [...LAYERS.flatMap(({ keys }) => keys), ...PROGRAM_ROWS];

/** Returns the id of the layer that takes the keys. */
export const layerOf = (store: Pick<BoardStore, 'getState' | 'env'>): string =>
	topLayer(store.getState(), store.env).id;
