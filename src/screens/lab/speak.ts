import type { LabInput } from '../../present/board/lab-input.js';
import { glanceVerdictBlock, PANE_TITLES, PANES, type PaneId, verdictBlock } from '../../present/pane/pane.js';
import { speakBlocks, speakPane } from '../../present/speak/blocks.js';
import { speakScreen, speakText } from '../../present/speak/sentences.js';

/** What of the lab is spoken. */
interface SpokenLab {
	readonly pane: PaneId;
	/** Path of the focused input; null: none. */
	readonly focus: string | null;
	/** Whether the pane shows all of its figures. */
	readonly isDetailed?: boolean;
	/** What is not as the scenario's file has it. */
	readonly badges?: readonly string[];
	/** The open question, the notice, or the status of the focused input. */
	readonly status: string;
}

/** Speaks the lab: the verdict first, then the active pane. */
export function speakLab(
	input: LabInput,
	{ pane, focus, isDetailed = false, badges = [], status }: SpokenLab,
): readonly string[] {
	// The same words in every pane, so that a change of pane alone is not told as a change of the verdict.
	const hasAll = pane === 'board' && isDetailed;
	const verdict = speakBlocks([hasAll ? verdictBlock(input) : glanceVerdictBlock(input)], { input, focus });
	const place = `Pane ${PANE_TITLES[pane]}, ${PANES.indexOf(pane) + 1} of ${PANES.length}`;
	const body = [
		speakText(`Lab, ${input.scenario.title}`),
		...badges.map(speakText),
		...verdict,
		speakText(place),
		// The Board shows the verdict too.
		...speakPane(pane, { input, focus, isDetailed }).filter((sentence) => !verdict.includes(sentence)),
	];
	return speakScreen(body, status);
}
