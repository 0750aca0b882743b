"""Accounts and the counters of tries."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id
from motcua.house.accounts import rules
from motcua.house.accounts.choices import LANGUAGES, Kind


class AccountManager(BaseUserManager["Account"]):
    """Finds an account by the stored form of its login."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Refuses: Account.DoesNotExist."""
        return self.get(login=rules.login_key(username or ""))


class Account(AbstractBaseUser):
    """«Tài khoản» of a citizen or an officer; `grants` is the office's dated copy of an officer's rights."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login = models.CharField(max_length=100, unique=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    full_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind], default=Kind.CITIZEN)
    personal_number = models.CharField(max_length=12, null=True, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    residence = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="vi")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    must_change_password = models.BooleanField(default=False)
    grants = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(login=""), name="account_has_a_login"),
            models.CheckConstraint(condition=Q(kind=Kind.OFFICER) | Q(grants=[]), name="only_officers_hold_grants"),
            models.CheckConstraint(
                condition=Q(personal_number__isnull=True) | Q(personal_number__regex=r"^[0-9]{12}$"),
                name="personal_number_has_twelve_digits",
            ),
            models.UniqueConstraint(fields=["personal_number", "kind"], name="one_account_of_a_kind_per_person"),
        ]
        indexes = [models.Index(fields=["email"], condition=~Q(email=""), name="account_by_email")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def is_officer(self) -> bool:
        """Whether this is an officer's account."""
        return self.kind == Kind.OFFICER


class Tries(models.Model):
    """How often one key was tried within its current window; one row a key, overwritten by the next window."""

    key = models.CharField(max_length=200, primary_key=True)
    window = models.BigIntegerField()
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)
