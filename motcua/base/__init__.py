"""The ground floor: Vietnamese text, working time, page components, keys. Knows nothing of any office."""
