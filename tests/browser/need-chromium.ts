import { findChromium } from './chromium.ts';

/**
 * Before a run, but not when its configuration is merely read: without a Chromium it throws what
 * was looked for and what to do.
 */
export default async function needChromium(): Promise<void> {
	if (!process.env.PLAYGROUND_CHROMIUM) await findChromium({ install: false });
}
