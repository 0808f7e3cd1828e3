/**
 * Replaces yoga-layout's entry with a synchronous one: the original awaits `fetch("data:…")`, which loads an HTTP
 * client and makes every importing module asynchronous. Compiling 90 KB of WebAssembly here takes a millisecond.
 */
import wasm from 'virtual:yoga-wasm';
import load from '../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from '../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

const library = {
	/** Emscripten's hook for callers that create the instance themselves. */
	instantiateWasm(imports, done) {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')), imports);
		done(instance);
		return instance.exports;
	},
};
load(library);

export default wrapAssembly(library);
export * from '../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
