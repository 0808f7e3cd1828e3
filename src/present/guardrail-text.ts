import { metricUnit } from '../engine/inputs/index.js';
import type { GuardrailState, Verdict } from '../engine/outcome-types.js';
import { inUnit, NOT_MEASURED } from './format.js';
import type { Tone } from './table/model.js';

/** A guardrail's limit as read aloud: `≥ 96.1%`. */
export const limitText = (state: GuardrailState): string =>
	`${state.side === 'atLeast' ? '≥' : '≤'} ${state.limit === null ? NOT_MEASURED : inUnit(state.limit, metricUnit(state.metric))}`;

/** State in a mark and words, so that colour is never the only sign. */
export const STATE_TEXT: Readonly<Record<GuardrailState['state'], { readonly text: string; readonly tone: Tone }>> = {
	held: { text: '✓ held', tone: 'good' },
	breached: { text: '✗ breached', tone: 'bad' },
	'cannot-tell': { text: '? unclear', tone: 'unsure' },
};

export const VERDICT_TEXT: Readonly<Record<Verdict, { readonly text: string; readonly tone: Tone }>> = {
	ship: { text: 'SHIP', tone: 'good' },
	canary: { text: 'CANARY', tone: 'unsure' },
	'roll-back': { text: 'ROLL BACK', tone: 'bad' },
	'no-gain': { text: 'NO GAIN', tone: 'unsure' },
};
