import { type ReactElement, useMemo } from 'react';
import { type Lab, present } from '../../board/lab.js';
import type { ScenarioDocument } from '../../content/index.js';
import { claimLines, type StateModel, stateModels } from '../../present/board/states.js';
import type { Size } from '../../screens/size.js';
import { justify, padLines } from '../../text/justify.js';
import type { Line } from '../../text/line.js';
import { pad, shorten } from '../../text/width.js';
import { Lines } from '../parts/Lines.js';

export interface StatesProps {
	readonly document: ScenarioDocument;
	readonly lab: Lab;
	/** The chosen one. */
	readonly at: number;
	readonly size: Size;
}

/** The states that can be entered, each with its verdict, and what the scenario claims of the chosen one. */
export function States({ document, lab, at, size }: StatesProps): ReactElement {
	const states = useMemo(() => stateModels(document), [document]);
	const now = present(lab).scenario;
	const list = states.map((state, i) => stateLine(state, i === at, isNow(state, now), size));
	const claims = (states[at]?.claims ?? []).map((claim) => claimLines(claim, size.columns - 2));
	const room = size.rows - 3 - list.length - 1;
	return (
		<Lines lines={padLines([...list, [], ...fitting(claims, room, document)].slice(0, size.rows - 3), size.rows - 3)} />
	);
}

/** Whether the lab is in this state: the same inputs, whatever way led there. */
const isNow = ({ scenario }: StateModel, now: StateModel['scenario']): boolean =>
	JSON.stringify(scenario) === JSON.stringify(now);

function stateLine({ name, verdict }: StateModel, chosen: boolean, now: boolean, { columns }: Size): Line {
	return justify(
		[
			{ text: chosen ? ' ›' : '  ', tone: 'title' },
			{ ...verdict, text: pad(verdict.text, 11) },
			{ text: shorten(name, columns - 24), tone: chosen ? 'focus' : 'plain', bold: chosen },
		],
		[{ text: now ? '← now' : '', tone: 'dim' }],
		columns - 1,
	);
}

/** As many claims as fit whole; where some do not, the last line says how to see them. */
function fitting(claims: readonly (readonly Line[])[], room: number, { scenario }: ScenarioDocument): readonly Line[] {
	const all = claims.flat();
	if (all.length <= room) return all;
	let kept = claims.length;
	while (kept > 0 && claims.slice(0, kept).flat().length > room - 1) kept--;
	const more = claims.length - kept;
	return [
		...claims.slice(0, kept).flat(),
		[{ text: ` and ${more} more: dispatch-board scenarios ${scenario.id}`, tone: 'dim' }],
	];
}
