import { findChromium } from './chromium.ts';

/**
 * Finds Chromium before a run, but not when the configuration is only read. Rejects with what was
 * tried and what to do if there is none.
 */
export default async function needChromium(): Promise<void> {
	if (!process.env.PLAYGROUND_CHROMIUM) await findChromium({ install: false });
}
