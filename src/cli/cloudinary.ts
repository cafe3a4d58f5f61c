import { setUpCloudinary } from '../serve/cloudinary/account.ts';
import { readConfig } from '../config.ts';

/** Brings the account into the state that card URLs need, saying each step. */
export async function setUp(): Promise<void> {
  const config = readConfig(process.env, { allowUnsigned: true }); // nothing is served
  for await (const step of setUpCloudinary(config)) console.log(step);
}
