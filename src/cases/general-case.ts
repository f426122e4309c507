import type { Draft } from '../georeport/request';
import type { Format } from '../georeport/types';
import type { Claim, Expectation, Follow, TestCase } from './expectation';

/** A case for any GeoReport v2 endpoint, with the call it makes or the reason why it makes none. */
export interface GeneralCase extends Pick<TestCase, 'id' | 'title' | 'group' | 'section'> {
	call: Pick<Draft, 'method'> & { values?: Draft['values'] };
	/** Arguments that are sent without a value. */
	empty?: readonly string[];
	/** Why the case does not apply to this endpoint; null if it does. */
	skip: string | null;
	expect: Expectation;
	/** The calls that follow; none by default. */
	then?: readonly Follow[];
	/** The one format it is about; by default every format of the run. */
	format?: Format;
	/** Whether what fails is only advice. */
	advise?: boolean;
	/** The status with which it is refused for want of something, and what that is. */
	needs?: { status: number; reason: string };
}

/** An id, code and token that no endpoint has. */
export const UNKNOWN = '0000000000';

/** The claim that an answer consists of service requests. */
export const SERVICE_REQUESTS: Claim = { claim: 'kind', kind: 'serviceRequests' };

/** Status 200 and these claims. */
export const generalOk = (...claims: Claim[]): Expectation => ({ status: 200, claims });

/** This status, or another where the order of checks is open, with an errors body. */
export const generalRefusal = (status: number, ...orStatus: number[]): Expectation => ({
	status,
	orStatus,
	claims: [{ claim: 'kind', kind: 'errors' }]
});
