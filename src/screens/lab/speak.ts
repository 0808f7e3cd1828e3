import type { LabInput } from '../../present/board/lab-input.js';
import { PANE_TITLES, PANES, type PaneId, verdictBlock } from '../../present/pane/pane.js';
import { speakBlocks, speakPane } from '../../present/speak/blocks.js';
import { speakScreen, speakText } from '../../present/speak/sentences.js';

/**
 * Speaks the lab: the verdict first, then the active pane.
 *
 * @param status the open question, the notice, or the status of the focused input
 */
export function speakLab(input: LabInput, pane: PaneId, focus: string | null, status: string): readonly string[] {
	const verdict = speakBlocks([verdictBlock(input)], { input, focus });
	const place = `Pane ${PANE_TITLES[pane]}, ${PANES.indexOf(pane) + 1} of ${PANES.length}`;
	const body = [
		speakText(`Lab, ${input.scenario.title}`),
		...verdict,
		speakText(place),
		// The Board shows the verdict too.
		...speakPane(pane, { input, focus }).filter((sentence) => !verdict.includes(sentence)),
	];
	return speakScreen(body, status);
}
