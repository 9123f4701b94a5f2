"""What every test may ask for."""

from collections.abc import Iterator

import pytest

from tests.postgres import PostgresCluster, private_cluster


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresCluster]:
    """Yield a PostgreSQL server of this run's own."""
    with private_cluster() as cluster:
        yield cluster
