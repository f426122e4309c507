import { createApi } from '../api/handlers';
import { boundedStore } from '../api/check-runs';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { REQUESTS } from '../data/requests';
import { behaving } from './behaviour';
import { Recording, type Arrival } from './recording';
import type { Call, SceneId } from './scene';
import { oddRowsOf, writingOf } from './odd-rows';

/** A scene that is being played: a mock-up that answers as the scene says, and watches its client. */
export interface SceneHost {
	answer(request: Request, arrival?: Arrival): Promise<Response>;
	readonly recording: Recording;
	/** Milliseconds since the scene began: the clock of its calls. */
	now(): number;
	/** Records nothing more, and drops the calls that were to get no answer. */
	end(): void;
}

/** Until a token leads to an id in `follow-slow`, in seconds. */
const PENDING = { submit: 'pending=3s' };

function createSceneCity(id: SceneId, now: () => number) {
	const clock = () => FIXED_CLOCK + Math.floor(now());
	const city = createCity(oddRowsOf(id) ?? REQUESTS.map(fromSeed), boundedStore(), clock);
	return createApi(city, id === 'follow-slow' ? PENDING : {}, writingOf(id) ?? undefined).answer;
}

/**
 * Begins a scene: an empty store, no calls, and a clock that starts at noon on 15 June 2012 and runs as
 * `clock` does, in milliseconds. `changed` is told each call when it arrives and once it is over. With
 * `plain` that answers, with its own store and clock, where the scene changes nothing.
 */
export function hostScene(
	id: SceneId,
	changed?: (call: Call) => void,
	plain?: (request: Request) => Promise<Response>,
	clock = () => performance.now()
): SceneHost {
	const begun = clock();
	const now = () => clock() - begun;
	const over = new AbortController();
	const recording = new Recording(now, changed);
	const reply = behaving(id, plain ?? createSceneCity(id, now), over.signal);
	return {
		recording,
		now,
		answer: (request, arrival) => recording.answer(request, reply, arrival),
		end() {
			recording.close();
			over.abort();
		}
	};
}
