FROM node:26-slim
ENV NODE_ENV=production PORT=8080 VAULT_DIR=/var/lib/qujat/vault
WORKDIR /app

# No package needs its install script here: Node comes with the image.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY src src
COPY locales locales
COPY catalogue catalogue

# The program is root's and read-only to it; only the vault may be written.
RUN mkdir -p "$VAULT_DIR" && chown node:node "$VAULT_DIR" && chmod 700 "$VAULT_DIR"
VOLUME /var/lib/qujat/vault
USER node
EXPOSE 8080

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Memory: see launch/heap.mjs.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "--no-parallel-scavenge", "src/main.ts"]
