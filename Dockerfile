# Cardstock as a container: docker build -t cardstock . && docker run -p 8888:8888 -e OG_SECRETS=… cardstock
# A project of your own goes to /project: its cardstock.config.ts, its templates, its fonts.

FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-trixie-slim
RUN mkdir -p /app /project /cache && chown node:node /cache
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
# Unpacked while the image is built: a container starts in a second, and its root may be read-only.
ENV CARDSTOCK_BROWSER_FOLDER=/opt/cardstock
RUN node /app/dist/src/cli/main.js unpack /opt/cardstock

ENV NODE_ENV=production HOST=0.0.0.0 PORT=8888 CARDSTOCK_CACHE=/cache
WORKDIR /project
USER node
EXPOSE 8888
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s CMD ["node", "/app/dist/src/cli/main.js", "health"]
# As process 1, "start" reaps what a browser that died leaves behind.
ENTRYPOINT ["node", "/app/dist/src/cli/main.js"]
CMD ["start"]
