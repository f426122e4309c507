import type { Draft } from '../georeport/request';
import type { Claim, Expectation, TestCase } from './expectation';

/** A case for any GeoReport v2 endpoint, with the call it makes or the reason why it makes none. */
export interface GeneralCase extends Pick<TestCase, 'id' | 'title' | 'group' | 'section'> {
	call: Pick<Draft, 'method'> & { values?: Draft['values'] };
	/** Why the case does not apply to this endpoint; null if it does. */
	skip: string | null;
	expect: Expectation;
}

/** An id, code and token that no endpoint has. */
export const UNKNOWN = '0000000000';

/** The claim that an answer consists of service requests. */
export const SERVICE_REQUESTS: Claim = { claim: 'kind', kind: 'serviceRequests' };

/** Status 200 and these claims. */
export const generalOk = (...claims: Claim[]): Expectation => ({ status: 200, claims });

/** This status with an errors body. */
export const generalRefusal = (status: number): Expectation => ({
	status,
	claims: [{ claim: 'kind', kind: 'errors' }]
});
