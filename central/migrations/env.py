"""Alembic's way into the centre's database; central.upgrade hands over an open connection."""

from alembic import context

from central.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
