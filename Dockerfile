# better-sqlite3 brings a binary for this image; the compiler is for where it cannot be fetched.
FROM node:20-slim AS packages
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY words words
COPY models models
COPY data data
COPY commands commands
COPY src src
# The database, its backups and uploaded files. A named volume takes the owner that the folder has here.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_PATH=/data/shop.db
EXPOSE 3000
# Whether the process lives. /readyz is for those who route to it: a restart mends no cut line to Slack.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep SIGTERM to itself.
CMD ["node", "--import", "tsx", "src/main.ts"]
