import type { StoreKey } from '../../../../src/serve/cache/stores/store.ts';
import { fakeStore } from '../support/stores.ts';
import { describeStore } from './conformance.ts';

const failure = () => Promise.reject(new Error('no such luck'));

// What other tests take for a store is one.
describeStore(
  'the store that tests put in the place of another',
  () => {
    const values = new Map<StoreKey, Buffer>();
    return {
      open: () => fakeStore({}, values),
      openUnreachable: () => fakeStore({ get: failure, set: failure, delete: failure }),
    };
  },
  { countsHits: false },
);
