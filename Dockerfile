# Rotation Desk in a container: what runs in production and nothing else, as a user without rights.
FROM node:24.21.0-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
# the image has Node itself
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
RUN mkdir data && chown node:node data
COPY --from=install /app/node_modules ./node_modules
COPY package.json manifest.json ./
COPY commands ./commands
COPY src ./src
USER node
VOLUME /app/data
EXPOSE 3000
# up, not ready: what /readyz waits for is mended by no restart
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/node-version.js", "--import", "./src/env-file.ts", "src/main.ts"]
