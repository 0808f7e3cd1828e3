/** A small valid scenario in which tests break one thing. Tests depend on the line numbers of its fields. */
export const BASE = `id: base
title: A base to break
summary: Loads as it stands.
source: Illustrative.
prices:
  small: { input: 0.5, cachedInput: 0.25, output: 1.5 }
  strong: { input: 10, cachedInput: 5, output: 30 }
tokens: { fresh: 2000, cached: 0, output: 400 }
segments:
  - id: faq
    name: FAQ answer
    share: 0.75
    risk: low
    easyShare: 0.92
    strongOnEasy: 0.99
    strongOnHard: 0.84
    observed: { routedSmall: 0.84, smallSuccess: 0.96, escalationRate: 0.03 }
    labels: 2400
  - id: refund
    name: Refund dispute
    share: 0.25
    risk: medium
    routedSmall: 0.5
    repairRate: 0.1
latency:
  measures: full answer
  small: { p50: 700, p95: 1600 }
  strong: { p50: 1900, p95: 4800 }
guardrails:
  - metric: resolution
    atLeast: -0.01
    relativeTo: baseline
    owner: product
    action: Put the old mix back.
rows:
  - id: all-strong
    name: All strong
    routedSmall: 0
weeks:
  - week: 30
    label: Before
  - week: 31
    label: After
    set: { segments.faq.routedSmall: 0.9 }
story: |
  What happened.
artifact:
  title: As first seen
  columns: [segment, small]
  rows:
    - [FAQ, 84%]
`;

/** Replaces one text in BASE; throws unless it occurs exactly once. */
export function replaceInBase(from: string, to: string): string {
	if (BASE.split(from).length !== 2) throw new Error(`not exactly once in the base: ${from}`);
	return BASE.replace(from, () => to);
}
