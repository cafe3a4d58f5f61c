/** What a CI or a terminal says of itself changes the words of the tools that tests start. */
for (const name of ['CI', 'FORCE_COLOR', 'NO_COLOR']) delete process.env[name];
