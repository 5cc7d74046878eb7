#!/usr/bin/env bash
# Once on a new PostgreSQL (15 to 18), as its superuser: the owner, who migrates and whom the server signs in as; the role
# that reads everything for backups; the database. Needs OWNER_PASSWORD and BACKUP_PASSWORD.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v owner_password="${OWNER_PASSWORD:?}" -v backup_password="${BACKUP_PASSWORD:?}" <<'SQL'
CREATE ROLE videodolmetschen LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE videodolmetschen_backup LOGIN BYPASSRLS IN ROLE pg_read_all_data PASSWORD :'backup_password';
CREATE DATABASE videodolmetschen OWNER videodolmetschen;
SQL
