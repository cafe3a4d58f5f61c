export default defineEventHandler((event) => cardstock.respond(toWebRequest(event)));
