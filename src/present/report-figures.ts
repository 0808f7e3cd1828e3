import { curve, signalsOf, traceRequest } from '../engine/index.js';
import type { LabInput } from './lab-input.js';

/** Positions of the threshold that a report prints of the curve. */
const CURVE_POINTS = 25;

/**
 * The figures behind the Curve, Signals and Trace panes, for programs: unrounded, null where not measured.
 * `curve` is null where no curve can be drawn; its first and last threshold are null because they are infinite.
 * `trace` is the ledger of the walked request, one row per call.
 */
export function reportFigures({ scenario, trace: { seed, index } }: LabInput) {
	const line = curve(scenario, CURVE_POINTS)?.router ?? null;
	return {
		curve: line?.map(({ threshold, ...rest }) => ({ threshold: finite(threshold), ...rest })) ?? null,
		signals: scenario.weeks.length === 0 ? null : signalsOf(scenario),
		trace: traceRequest(scenario, seed, index).ledger,
	};
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
