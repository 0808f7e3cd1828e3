declare module 'virtual:scenarios' {
	/** The shipped scenarios, checked and compiled at build time (build/scenarios.ts), in the order of the chapter. */
	const scenarios: readonly import('../src/content/index.js').ScenarioDocument[];
	export default scenarios;
}
